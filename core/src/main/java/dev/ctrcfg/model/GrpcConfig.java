// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.toml.TomlTable;
import java.util.Optional;

/**
 * The sockets of the API. Files of version 4 hold them in two plugins' tables.
 *
 * @param address the path of the socket
 * @param uid the user that owns the socket
 * @param gid the group that owns the socket
 * @param maxRecvMessageSize the largest message received, in bytes
 * @param maxSendMessageSize the largest message sent, in bytes
 * @param tcpAddress the address of the port, if there is to be one
 * @param tcpTlsCa the file with the certificate authorities that vouch for clients
 * @param tcpTlsCert the file with the server's certificate
 * @param tcpTlsKey the file with the server's private key
 * @param tcpTlsCommonName the common name that clients' certificates have to have
 * @param unknown keys that the release has no setting for
 */
public record GrpcConfig(
        Optional<String> address,
        Optional<Long> uid,
        Optional<Long> gid,
        Optional<Long> maxRecvMessageSize,
        Optional<Long> maxSendMessageSize,
        Optional<String> tcpAddress,
        Optional<String> tcpTlsCa,
        Optional<String> tcpTlsCert,
        Optional<String> tcpTlsKey,
        Optional<String> tcpTlsCommonName,
        TomlTable unknown) {}
