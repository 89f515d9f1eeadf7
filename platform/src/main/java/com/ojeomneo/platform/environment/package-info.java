/** The settings that differ between installations. */
package com.ojeomneo.platform.environment;
