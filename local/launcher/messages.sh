# shellcheck shell=bash
# What the script itself says. Progress goes to stderr: stdout belongs to the command's answer.

say() { printf '%s\n' "$*" >&2; }

say_error() { printf 'ojeomneo: %s\n' "$*" >&2; }

# One line that is rewritten in place on a terminal.
say_over() { printf '\r\033[K%s' "$*" >&2; }

on_terminal() { [ -t 2 ] && [ "${TERM:-dumb}" != dumb ]; }

wants_colour() { [ -t 1 ] && [ -z "${NO_COLOR:-}" ] && [ "${TERM:-dumb}" != dumb ]; }
