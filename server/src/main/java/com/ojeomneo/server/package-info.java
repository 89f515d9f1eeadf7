/**
 * The REST API for the app. Resources know HTTP and call the domain directly; nothing here decides
 * anything about lunch.
 */
package com.ojeomneo.server;
