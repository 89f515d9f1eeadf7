/**
 * What both apps' documents have alike, at build time only. Their pages are typed by these
 * documents, so that what a record says of null must be true (ADR 18).
 */
package com.ojeomneo.platform.openapi;
