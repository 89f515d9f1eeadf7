/**
 * The database: Flyway migrations (beside this package's classes, the only DDL in the product) and
 * the jOOQ classes that the build generates from them. Server and Admin compile against the same
 * classes, so a renamed column is a compile error in both.
 */
package com.ojeomneo.schema;
