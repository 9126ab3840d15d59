import Privacy
import Testing

/// Secrets are put together here, so that no scanner takes this file for a leak.
@Suite("Secrets") struct SecretTests {
  private static let lower = "k3v9x2m7q4w8e1r5t6y0u3i7"
  private static let mixed = "k3V9x2M7q4W8e1R5t6Y0u3I7o2P4a6S8d1F3g5H7j9K2l4Z6x8C1v3B5n7M9"
  private static let hex = "3f8a1c9e7b2d4065f8a1c9e7b2d40653"

  private static func mixed(_ count: Int) -> String {
    String((mixed + mixed + mixed).prefix(count))
  }

  private static let web = "eyJ" + mixed(20) + ".eyJ" + mixed(30) + "." + mixed(43)

  static let tokens = [
    "AK" + "IA2E7Q4ZXW5R8T3Y6U", "AS" + "IA2E7Q4ZXW5R8T3Y6U", "AI" + "za" + mixed(35), "GOC" + "SPX-" + mixed(28),
    "ya" + "29." + mixed(60), "gh" + "p_" + mixed(36), "gh" + "s_" + mixed(36),
    "github" + "_pat_" + mixed(22) + "_" + mixed(59),
    "gl" + "pat-" + mixed(20), "gl" + "rt-t1_" + mixed(20), "xo" + "xb-123456789012-1234567890123-" + mixed(24),
    "xa" + "pp-1-A012-123-" + hex, "sk" + "_live_" + mixed(24), "rk" + "_test_" + mixed(24), "whs" + "ec_" + mixed(32),
    "S" + "K" + hex, "S" + "G." + mixed(22) + "." + mixed(43), "np" + "m_" + mixed(36),
    "py" + "pi-AgEIcHlwaS5vcmc" + mixed(60),
    "s" + "k-" + mixed(48), "s" + "k-proj-" + mixed(60), "s" + "k-ant-api03-" + mixed(60), "h" + "f_" + mixed(34),
    "dop" + "_v1_" + hex + hex, "dap" + "i" + hex, web, "hv" + "s." + mixed(90),
    "https://hooks.slack.com/services/T012AB3CD/B012AB3CD/" + mixed(24),
  ]

  @Test("the tokens of services are found whole", arguments: Self.tokens)
  func service(_ token: String) throws {
    let match = token.hasPrefix("https://") ? String(token.dropFirst(8)) : token
    try Example(token, match).expect(.secret)
    #expect(try found("token=\(token)&x=1", .secret) == ["secret \(match)"])
    #expect(try found("{\"token\": \"\(token)\"}", .secret) == ["secret \(match)"])
    #expect(try found("a\(token)", .secret).isEmpty || token.hasPrefix("https://") || token.contains("."))
  }

  @Test(
    "a value with a secret name is one",
    arguments: [
      "password = %", "password: %", "PASSWORD=%", "db_password: %", "\"password\": \"%\"", "'apiKey' => '%'",
      "api_key: %",
      "api-key=%", "API key: %", "client_secret := \"%\"", "Authorization: Bearer %", "\"Authorization\": \"Basic %\"",
      "AWS_SECRET_ACCESS_KEY=%", "export TOKEN=%", "access token: %", "AccountKey=%;EndpointSuffix=x", "Passwort: %",
      "mot de passe : %", "Contraseña: %", "密码：%".replacing("：", with: ":"), "pwd=%&x=1", "pass: `%`",
      "**Password:** %",
      "password == \"%\"", "config[\"secret\"] = \"%\"", "--token=%", "passphrase: '%'",
    ])
  func assignments(_ form: String) throws {
    for value in [Self.lower, Self.mixed(32), Self.hex, "Tr0ub4dor&3x", "kV9x2/M7q+W8e1R5t6Y0==", "S8mmer!Wind"] {
      // A quoted string, a query or a list ends where its sign stands.
      if form.contains("&") && value.contains("&") { continue }
      #expect(try found(form.replacing("%", with: value), .secret) == ["secret \(value)"], "\(form) \(value)")
    }
  }

  @Test(
    "what stands for a secret is none",
    arguments: [
      "<token>", "xxxxxxxx", "XXXX-XXXX-XXXX", "changeme", "changeme123", "${VAR_NAME1}", "$PASSWORD1", "{{ secret1 }}",
      "$(pass show db1)", "your-api-key-1", "YOUR_API_KEY_1", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "********",
      "...",
      "password123", "Password123!", "secret", "required", "string", "null", "process.env.TOKEN1", "config.password2",
      "getToken(1)", "os.environ[\"T1\"]", "/run/secrets/db1", "https://example.com/reset1", "12345678", "aaaaaaaa1",
      "at-least-8-characters", "min-12-chars", "hunter", "[secret-1]", "\"[secret-1]\"", "%(password1)s",
      "oauth2_token.value1",
      "none", "it must be long", "eight or more", "is wrong, says the page", "self.store1.token",
    ])
  func placeholders(_ value: String) throws {
    #expect(try found("password = \(value)", .secret) == [])
    #expect(try found("The token: \(value)", .secret) == [])
    #expect(try found("api_key: \(value)", .secret) == [])
  }

  @Test("words like the beginnings of tokens, and examples of documents, are none")
  func words() throws {
    for text in [
      "AKIAIOSFODNN7EXAMPLE", "AKIA", "ghp_short", "gh" + "p_" + String(repeating: "x", count: 36),
      "sk-learn-and-folding-cubes",
      "sk_live_", "SG.1.2", "npm_config_registry", "npm_package_version", "eyJ", "glpat-", "hf_hub_download",
      "SKU 12345678",
      "key: value", "token-based", "The password was changed on 2024-01-02", "Time: 10:20:30", "tokens: 4096",
      "a = b1c2d3e4f5",
      "author = A1b2c3d4e5f6", "monkey: A1b2c3d4e5f6g7", "sha256: \(Self.hex)\(Self.hex)", "commit: \(Self.hex)",
      "cioccolato",
      "keyboard-interactive", "compass: N45a67b89c", "x-apikeys-count: 12345678",
    ] { #expect(try found(text, .secret) == [], "\(text)") }
  }

  @Test("a user's password in a URL is found with the name")
  func urls() throws {
    #expect(try found("https://ada:s3cr3t@example.com/x", .secret) == ["secret ada:s3cr3t"])
    #expect(try found("clone https://oauth2:\(Self.mixed(20))@git.example.com/a.git.", .secret).count == 1)
    #expect(try found("postgres://app:pa%24s@db:5432/x", .secret) == ["secret app:pa%24s"])
    #expect(try found("redis://:hunter2@cache:6379", .secret) == ["secret :hunter2"])
    for text in [
      "https://example.com/a:b@c", "https://ada@example.com", "https://ada:${PW}@example.com",
      "https://ada:****@example.com",
      "https://<user>:<password>@example.com", "http://a:80/x@y", "see http://x: and a@b",
      "https://u:[secret-1]@example.com",
    ] { #expect(try found(text, .secret) == [], "\(text)") }
  }
}

@Suite("Private keys") struct PrivateKeyTests {
  private static let body = (0..<4).map { _ in "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj" }

  private static func key(_ words: String, dashes: String = "-----", newline: String = "\n") -> String {
    "\(dashes)BEGIN \(words)\(dashes)\(newline)\(body.joined(separator: newline))\(newline)\(dashes)END \(words)\(dashes)"
  }

  @Test(
    "a key in armour is found whole",
    arguments: [
      "PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY", "ENCRYPTED PRIVATE KEY",
      "OPENSSH PRIVATE KEY",
      "PGP PRIVATE KEY BLOCK",
    ])
  func whole(_ words: String) throws {
    for newline in ["\n", "\r\n", "\\n", " "] {
      let key = Self.key(words, newline: newline)
      #expect(try found("Here:\n\(key)\nThanks", .secret) == ["secret \(key)"])
      #expect(try found("{\"private_key\": \"\(key)\"}", .secret) == ["secret \(key)"])
    }
    let ssh = "---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\n\(Self.body[0])\n---- END SSH2 ENCRYPTED PRIVATE KEY ----"
    #expect(try found("a\n\(ssh)\nb", .secret).count == 1)
  }

  @Test("public keys and rules of dashes are none")
  func others() throws {
    #expect(try found(Self.key("PUBLIC KEY"), .secret) == [])
    #expect(try found(Self.key("CERTIFICATE"), .secret) == [])
    #expect(try found("----------\n-----BEGIN of the story-----\n- a\n--- END ---", .secret) == [])
  }

  @Test("of a key that was cut off all that is there is found")
  func cutOff() throws {
    let key = "-----BEGIN RSA PRIVATE KEY-----\n" + Self.body.joined(separator: "\n")
    #expect(try found("\(key)\n\nThis is all that I have.", .secret) == ["secret \(key)"])
    #expect(try found("-----BEGIN RSA PRIVATE KEY-----", .secret).count == 1)
  }

  @Test("two keys are two")
  func several() throws {
    #expect(try found(Self.key("PRIVATE KEY") + "\n\n" + Self.key("EC PRIVATE KEY"), .secret).count == 2)
  }
}
