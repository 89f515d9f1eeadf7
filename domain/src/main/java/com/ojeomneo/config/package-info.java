/**
 * What the app asks at start: whether it must update, which features are on, the public settings
 * and the notices of the day. Staff write them; a setting that is not marked public never leaves.
 */
package com.ojeomneo.config;
