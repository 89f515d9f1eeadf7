/** Signing in and out, and whose request it is. */
package com.ojeomneo.admin.session;
