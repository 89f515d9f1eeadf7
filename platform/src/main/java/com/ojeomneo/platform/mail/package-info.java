/**
 * Mail by SMTP. A mail is sent or it is not, and what happened is told without an exception: the
 * messages of those name addresses, which no log may.
 */
package com.ojeomneo.platform.mail;
