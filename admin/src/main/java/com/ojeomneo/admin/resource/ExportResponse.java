package com.ojeomneo.admin.resource;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** In the API's document: it answers a file, in either {@link ExportFormat}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@APIResponse(
    responseCode = "200",
    description = "CSV (RFC 4180) or a workbook of Excel",
    content = {
      @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
      @Content(
          mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          schema = @Schema(type = SchemaType.STRING, format = "binary"))
    })
public @interface ExportResponse {}
