package com.ojeomneo.user;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One line of 1 to 40 characters (code points). */
@Pattern(regexp = "^[^\\p{Cc}\\p{Zl}\\p{Zp}]{1,40}$")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface DisplayName {
  String message() default "{ojeomneo.DisplayName}";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
