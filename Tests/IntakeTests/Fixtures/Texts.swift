/// Plain texts and Markdown documents as people paste and write them.
enum Texts {
  static let wrapped = """
    The export of large projects fails since we moved to version 2.3.1 of
    the app. It worked in 2.2.9, e.g. on Dr. Ng's machine.

    Steps to reproduce:
    1. Open the settings.
    2. Click "Export". Wait an hour.
      - it does not matter which
        format is chosen

    Version: 2.3.1
    OS: macOS 14
    Name: Sam Reyes

    ---------------------

    😡 Please fix!
    """

  static let iso8859: [UInt8] =
    Array("Caf".utf8) + [0xE9] + Array(" costs 5 ".utf8) + [0x80] + Array(". Na".utf8) + [0xEF] + Array("ve?".utf8)

  static let roles = """
    Customer: The app crashes. I tried twice.
    Agent: Which version?
    Customer: 2.3.1
    It is on a phone.
    Agent: Thanks, I'll check.
    """

  static let phone = """
    13/01/2024, 10:32 - Messages are end-to-end encrypted.
    13/01/2024, 10:33 - Dana Ng: it fails
    again and again
    03/02/2024, 9:05 - Sam: ok: I see
    """

  static let meeting = """
    10:32:05 From Dana Ng to Everyone:
    \tThe export is slow.
    10:33:10 From Sam Reyes to Everyone:
    \tSince when?
    """

  static let notAChat = """
    Summary: the export fails
    Version: 2.3.1
    Browser: Firefox
    Note: it worked before. See https://example.com: there it is.
    """

  static let pastedThread = """
    Can someone look at this?

    On 2024-05-02 09:15, Dana Ng wrote:
    > The mute button does nothing.

    I can reproduce it.
    """

  static let all: [(name: String, text: String)] = [
    ("wrapped", wrapped), ("roles", roles), ("phone", phone), ("meeting", meeting), ("notAChat", notAChat),
    ("pastedThread", pastedThread),
  ]

  static let brief = """
    ---
    title: Mute from settings
    author: Dana Ng
    date: 2024-05-02
    ---

    # Mute from settings

    Users want to **mute** mail ([see](https://example.com/a.b)). It must not
    touch `UserSettings.save. All`.

    Setext heading
    ==============

    <!-- a remark. It stays. -->

    > I tried three times
    > and failed. Help!
    >
    > > Older words.

    1. First step. It is easy.
    2. Second step
       * [ ] open box
       * [x] ticked box

    | Plan | Price |
    |------|------:|
    | Team | 5 €. Per month |

    ```swift
    let a = 1. description
    print(a)
    ```

        indented code

    <details>
    <summary>More words</summary>
    </details>

    [ref]: https://example.com/ref "Reference title"

    Last line  
    after a hard break ## not a heading
    """

  static let transcript = """
    # Episode 1

    **Dana Ng:** \\[00:31\\] Welcome to the show. I'm Dana.

    And this is Sam.

    **Sam:** Hi there! It fails.

    **Dana Ng:** Why?
    """

  static let documents: [(name: String, text: String)] = [("brief", brief), ("transcript", transcript)]
}
