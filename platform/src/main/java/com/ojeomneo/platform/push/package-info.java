/**
 * Web push: messages to browsers that are closed (RFC 8030), encrypted for one of them (RFC 8291)
 * and signed by us (VAPID, RFC 8292). Only push services that the configuration names are spoken
 * to, so that nobody makes the Server call another address.
 */
package com.ojeomneo.platform.push;
