/**
 * The Admin's API described, for its own pages: their types are made from it when they are built,
 * and nobody is sent it (ADR 18).
 */
package com.ojeomneo.admin.openapi;
