/**
 * HTTP, as far as every resource needs it: trace ids, languages, pages of a list, answers with an
 * ETag, and the guard before {@code /metrics}.
 */
package com.ojeomneo.platform.http;
