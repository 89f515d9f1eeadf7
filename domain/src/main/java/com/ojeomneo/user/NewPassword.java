package com.ojeomneo.user;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** 8 to 128 characters (code points) of any kind: length is what helps (NIST SP 800-63B). */
@Pattern(regexp = "^[\\s\\S]{8,128}$")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface NewPassword {
  String message() default "{ojeomneo.NewPassword}";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
