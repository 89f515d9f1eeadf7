/**
 * The customer's app, built from {@code mobile/} into this module's resources and served at {@code
 * /}. Which of its screens an address shows is the app's own business; here an address only has to
 * be known as one of the app's.
 */
package com.ojeomneo.server.app;
