/**
 * What ends by itself, and when. Who keeps something for minutes or days ends it where it is kept;
 * here is what several features have a part in, or the Server may not write otherwise.
 */
package com.ojeomneo.server.retention;
