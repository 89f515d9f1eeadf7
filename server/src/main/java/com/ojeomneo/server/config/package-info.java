/** The settings of the app over HTTP: public, revalidated by ETag. */
package com.ojeomneo.server.config;
