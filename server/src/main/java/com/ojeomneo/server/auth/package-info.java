/** {@code /auth}: the ways in and out. */
package com.ojeomneo.server.auth;
