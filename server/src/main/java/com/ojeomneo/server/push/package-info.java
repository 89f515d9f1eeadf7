/** Telling devices whose app is closed: who subscribes, with which key, and the job that tells. */
package com.ojeomneo.server.push;
