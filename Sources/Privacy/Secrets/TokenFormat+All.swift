extension TokenFormat {
  /// The formats, after what the services document and what gitleaks and detect-secrets know
  /// (<https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml>).
  static let all = clouds + forges + payments + messages + models + registries + operations

  private static let clouds =
    // AWS access keys; AKIA is a person's, ASIA one for a session.
    ["AKIA", "ASIA", "ABIA", "ACCA"].map { TokenFormat($0, .upperAndDigits, 16...16) } + [
      TokenFormat("AIza", .url, 35...35), TokenFormat("GOCSPX-", .url, 20...40),
      TokenFormat("ya29.", .dotted, 30...512),
      TokenFormat("dop_v1_", .lowerHex, 64...64), TokenFormat("doo_v1_", .lowerHex, 64...64),
      TokenFormat("dor_v1_", .lowerHex, 64...64), TokenFormat("LTAI", .alphanumeric, 16...26, isMixed: true),
      TokenFormat("HRKU-", .url, 36...80), TokenFormat("FlyV1 fm2_", .base64, 40...700),
    ]

  private static let forges =
    ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"].map { TokenFormat($0, .alphanumeric, 36...255) }
    + [TokenFormat("github_pat_", .url, 40...255)]
    + ["pat", "dt", "rt", "rtr", "ptt", "ft", "imt", "agent", "oas", "cbt", "soat", "ffct"].map {
      TokenFormat("gl\($0)-", .dotted, 20...300, isMixed: true)
    } + [
      TokenFormat("ATATT3", .url, 60...300), TokenFormat("ATBB", .alphanumeric, 32...40, isMixed: true),
      TokenFormat("ATCTT3", .url, 60...300),
    ]

  private static let payments =
    ["sk_live_", "sk_test_", "rk_live_", "rk_test_"].map { TokenFormat($0, .alphanumeric, 16...255) } + [
      TokenFormat("whsec_", .base64, 24...128), TokenFormat("sq0atp-", .url, 22...60),
      TokenFormat("sq0csp-", .url, 43...60),
      TokenFormat("shpat_", .alphanumeric, 32...40), TokenFormat("shpca_", .alphanumeric, 32...40),
      TokenFormat("shppa_", .alphanumeric, 32...40), TokenFormat("shpss_", .alphanumeric, 32...40),
      TokenFormat("access_token$production$", .alphanumeric, 40...80),
    ]

  private static let messages =
    ["xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xoxo-", "xoxe-", "xoxe.", "xoxc-", "xoxd-"].map {
      TokenFormat($0, .url, 16...300, isMixed: false)
    } + [
      TokenFormat("xapp-", .url, 30...300), TokenFormat("SG.", .dotted, 60...80),
      // A key of Twilio's; `AC` begins an account, which is no secret.
      TokenFormat("SK", .lowerHex, 32...32), TokenFormat("key-", .lowerHex, 32...32),
      TokenFormat("hooks.slack.com/services/", .path, 30...120),
      TokenFormat("discord.com/api/webhooks/", .path, 60...160),
      TokenFormat("discordapp.com/api/webhooks/", .path, 60...160),
    ]

  private static let models = [
    // OpenAI's (`sk-proj-…`) and Anthropic's (`sk-ant-api03-…`).
    TokenFormat("sk-", .url, 20...300, isMixed: true), TokenFormat("hf_", .alphanumeric, 30...60),
    TokenFormat("gsk_", .alphanumeric, 40...80), TokenFormat("r8_", .alphanumeric, 37...40),
    TokenFormat("pplx-", .alphanumeric, 40...64), TokenFormat("xai-", .alphanumeric, 60...100),
  ]

  private static let registries = [
    TokenFormat("npm_", .alphanumeric, 36...40), TokenFormat("pypi-AgE", .url, 40...512),
    TokenFormat("rubygems_", .lowerHex, 48...48), TokenFormat("dckr_pat_", .url, 20...60),
    TokenFormat("dckr_oat_", .url, 20...60), TokenFormat("cio", .alphanumeric, 32...32, isMixed: true),
    TokenFormat("AKCp", .alphanumeric, 64...80, isMixed: true),
  ]

  private static let operations = [
    TokenFormat("hvs.", .url, 24...300), TokenFormat("hvb.", .url, 100...400), TokenFormat("pul-", .lowerHex, 40...40),
    TokenFormat("NRAK-", .alphanumeric, 27...27), TokenFormat("glsa_", .url, 40...60),
    TokenFormat("glc_", .base64, 40...400), TokenFormat("sntrys_", .url, 60...400),
    TokenFormat("sntryu_", .lowerHex, 64...64), TokenFormat("dapi", .lowerHex, 32...32),
    TokenFormat("lin_api_", .alphanumeric, 40...48), TokenFormat("PMAK-", .url, 50...80),
    TokenFormat("ntn_", .alphanumeric, 40...60), TokenFormat("figd_", .url, 40...60),
    TokenFormat("sbp_", .lowerHex, 40...40), TokenFormat("dp.pt.", .alphanumeric, 40...48),
    TokenFormat("AGE-SECRET-KEY-1", .upperAndDigits, 58...58), TokenFormat("tskey-", .url, 20...80, isMixed: true),
  ]
}
