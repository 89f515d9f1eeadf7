/**
 * What the app would be told if a form were saved: the answer to {@code GET /config} now and then,
 * made by the code that answers it.
 */
package com.ojeomneo.admin.config;
