/**
 * Shops and dishes over HTTP: public, revalidated by ETag, a page at a time. What a client may ask
 * is checked here; what it gets is the domain's.
 */
package com.ojeomneo.server.menu;
