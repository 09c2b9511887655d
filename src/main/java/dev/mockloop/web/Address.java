package dev.mockloop.web;

/**
 * Where a server listens.
 *
 * @param host a name or address of this computer
 * @param port from 0 to 65535; 0 takes a free one
 */
public record Address(String host, int port) {}
