import Foundation
import Testing
import Views

@Suite("JSON") struct JSONValueTests {
  @Test("keys keep their order, and every type has its form")
  func text() {
    let value: JSONValue = ["z": 1, "a": [true, nil, "x"], "d": .double(0.5), "o": [:], "e": []]
    #expect(value.text == #"{"z":1,"a":[true,null,"x"],"d":0.5,"o":{},"e":[]}"#)
  }

  @Test("quotes, backslashes and control characters are escaped")
  func escapes() {
    let text = "a\"b\\c\n\r\t\u{0}\u{1b}\u{7f}\u{2028}é"
    #expect(JSONValue.string(text).text == #""a\"b\\c\n\r\t\u0000\u001b\u007f\u2028é""#)
  }

  @Test("a number that JSON does not have is null", arguments: [Double.nan, .infinity, -.infinity])
  func notFinite(_ number: Double) {
    #expect(JSONValue.double(number).text == "null")
  }

  @Test("a document begins with its schema and its kind")
  func document() {
    let document = JSONValue.document(kind: "check", ["findings": []])
    #expect(document.text == #"{"schema":"handoff/1","kind":"check","findings":[]}"#)
  }

  @Test("Foundation reads back what was written")
  func roundTrip() throws {
    var random = SplitMix(seed: 7)
    for _ in 0..<500 {
      let value = JSONValue.random(depth: 4, using: &random)
      let read = try JSONSerialization.jsonObject(with: Data(value.text.utf8), options: .fragmentsAllowed)
      #expect(value.isSame(as: read), "\(value.text)")
    }
  }
}

extension JSONValue {
  fileprivate static func random(depth: Int, using random: inout SplitMix) -> JSONValue {
    switch Int.random(in: 0...(depth > 0 ? 6 : 4), using: &random) {
    case 0: .null
    case 1: .bool(.random(using: &random))
    case 2: .int(.random(in: -1_000_000...1_000_000, using: &random))
    case 3: .double(Double(Int.random(in: -999...999, using: &random)) / 8)
    case 4: .string(text(using: &random))
    case 5:
      .array((0..<Int.random(in: 0...4, using: &random)).map { _ in Self.random(depth: depth - 1, using: &random) })
    default:
      .object(
        (0..<Int.random(in: 0...4, using: &random)).map { index in
          Member(key: "\(index)" + text(using: &random), value: Self.random(depth: depth - 1, using: &random))
        })
    }
  }

  private static func text(using random: inout SplitMix) -> String {
    let scalars = (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in
      Unicode.Scalar(UInt32.random(in: 0...(.random(using: &random) ? 0x7f : 0x1_ffff), using: &random))
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Whether Foundation's value says the same.
  fileprivate func isSame(as other: Any) -> Bool {
    switch self {
    case .null: other is NSNull
    case .bool(let value): (other as? NSNumber)?.boolValue == value
    case .int(let value): (other as? NSNumber)?.intValue == value
    case .double(let value): (other as? NSNumber)?.doubleValue == value
    case .string(let value): (other as? String).map { Array($0.utf8) == Array(value.utf8) } ?? false
    case .array(let values):
      (other as? [Any]).map { $0.count == values.count && zip(values, $0).allSatisfy { $0.isSame(as: $1) } } ?? false
    case .object(let members):
      (other as? [String: Any]).map { read in
        read.count == members.count
          && members.allSatisfy { member in
            read[member.key].map(member.value.isSame) ?? false
          }
      } ?? false
    }
  }
}
