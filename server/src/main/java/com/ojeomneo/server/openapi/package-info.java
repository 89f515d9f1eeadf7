/** The API's own description, as far as it cannot be read off the resources themselves. */
package com.ojeomneo.server.openapi;
