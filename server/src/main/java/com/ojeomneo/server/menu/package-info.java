/**
 * Shops and dishes over HTTP: public, revalidated by ETag, a page at a time. What a client may ask
 * is checked here; what it gets is the domain's. What somebody likes of them is theirs alone, and
 * kept in no cache.
 */
package com.ojeomneo.server.menu;
