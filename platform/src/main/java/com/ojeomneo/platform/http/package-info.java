/**
 * HTTP, as far as every resource needs it: trace ids, client addresses, languages, pages of a list,
 * answers with an ETag, and the guard before {@code /metrics}.
 */
package com.ojeomneo.platform.http;
