/**
 * Pictures of the catalogue over HTTP: public, named by their content, kept by caches for a year.
 */
package com.ojeomneo.server.image;
