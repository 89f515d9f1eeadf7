package com.ojeomneo.admin.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.ojeomneo.schema.jooq.enums.AuditAction;

/**
 * What somebody did.
 *
 * @param resource named as its table
 * @param record the key of the row; null for a whole list
 * @param before what was changed, as it was: members of the row; null where nothing was
 * @param after what was changed, as it is now; null where nothing is
 * @param reason in their own words, 1 to 200 characters; null where none is asked for
 */
public record Deed(
    AuditAction action,
    String resource,
    String record,
    JsonNode before,
    JsonNode after,
    String reason) {}
