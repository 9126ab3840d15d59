#include "libgit2_lazy.h"

struct mbedtls_x509_crt;

/*
 * libgit2 built with Mbed TLS, as Debian's is, parses every certificate that the machine trusts whenever it is started:
 * 10 to 15 milliseconds, more than all else that a hook does. Nothing here ever speaks to a network. The dynamic linker
 * finds a program's own symbols first, so that the library calls this function and goes on without certificates.
 * Where libgit2 uses another library for TLS, nothing calls it.
 *
 * https://mbed-tls.readthedocs.io: 0 is success; no certificate has been added to the chain.
 */
int mbedtls_x509_crt_parse_file(struct mbedtls_x509_crt *chain, const char *path) {
  (void)chain;
  (void)path;
  return 0;
}
