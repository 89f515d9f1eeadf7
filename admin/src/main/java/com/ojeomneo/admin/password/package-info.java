/**
 * How staff come by a password: a link that is mailed to whoever is invited or has forgotten
 * theirs. The link holds 256 random bits behind its {@code #}, which no browser sends to anybody;
 * what is kept of it is a hash, made when the mail is (as the Server does it with codes, ADR 20).
 */
package com.ojeomneo.admin.password;
