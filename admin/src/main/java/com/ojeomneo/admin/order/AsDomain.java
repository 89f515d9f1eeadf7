package com.ojeomneo.admin.order;

import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * The database with the rights of the domain: each transaction becomes {@code ojeomneo_domain},
 * which alone may write orders, money and stock. Single statements ({@code sql()}) do not.
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@interface AsDomain {}
