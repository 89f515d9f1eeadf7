/**
 * The page of the back office, built from {@code src/main/web}. The policy of its content stays
 * strict: what the page makes of styles at run time is allowed by a nonce of that one answer, never
 * by {@code unsafe-inline}.
 */
package com.ojeomneo.admin.page;
