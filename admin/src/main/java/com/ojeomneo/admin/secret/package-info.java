/** The keys by which second factors are sealed in the database. */
package com.ojeomneo.admin.secret;
