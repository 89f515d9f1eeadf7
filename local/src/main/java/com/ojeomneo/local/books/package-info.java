/**
 * Whether the books agree: the database with itself, and with what the provider holds. For whoever
 * was unkind to a stack and waited until nothing is under way.
 */
package com.ojeomneo.local.books;
