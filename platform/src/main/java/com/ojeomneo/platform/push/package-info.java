/**
 * Messages to devices whose app is closed. Browsers (RFC 8030): encrypted for one of them (RFC
 * 8291) and signed by us (VAPID, RFC 8292); only push services that the configuration names are
 * spoken to, so that nobody makes the Server call another address. The apps of the stores: by
 * Firebase (Android) and Apple (iOS), who read what they deliver. What is not configured is not
 * there.
 */
package com.ojeomneo.platform.push;
