/**
 * What both apps need and no feature owns. Nothing here knows what an order is; a class that does
 * belongs to the domain.
 */
package com.ojeomneo.platform;
