import GRDB
import GRDBSQLite

/// One prepared statement, bound and stepped by hand: blobs come and go as arrays of bytes, without a copy in between.
struct Query {
  enum Value {
    case number(Int)
    case text(String)
    case bytes([UInt8])
  }

  private let statement: Statement
  private var handle: OpaquePointer { statement.sqliteStatement }

  init(_ database: Database, _ sql: String) throws { statement = try database.cachedStatement(sql: sql) }

  /// Runs the statement for `values`, and calls `body` with each row until it returns false.
  func run(_ values: [Value] = [], _ body: (borrowing Row) throws -> Bool = { _ in true }) throws {
    sqlite3_reset(handle)
    defer {
      sqlite3_reset(handle)
      sqlite3_clear_bindings(handle)
    }
    for (index, value) in values.enumerated() { try check(bind(value, at: Int32(index + 1))) }
    while true {
      let code = sqlite3_step(handle)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else { throw failure(code) }
      guard try body(Row(handle: handle)) else { return }
    }
  }

  /// The first column of the first row.
  func bytes(_ values: [Value] = []) throws -> [UInt8]? {
    var found: [UInt8]?
    try run(values) { row in
      found = row.bytes(0)
      return false
    }
    return found
  }

  func number(_ values: [Value] = []) throws -> Int? {
    var found: Int?
    try run(values) { row in
      found = row.number(0)
      return false
    }
    return found
  }

  /// A row, valid until the next step.
  struct Row: ~Copyable {
    fileprivate let handle: OpaquePointer

    func number(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

    func text(_ column: Int32) -> String { sqlite3_column_text(handle, column).map { String(cString: $0) } ?? "" }

    func bytes(_ column: Int32) -> [UInt8] {
      let start = sqlite3_column_blob(handle, column)
      return Array(
        UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(handle, column))))
    }
  }

  private func bind(_ value: Value, at index: Int32) -> Int32 {
    // SQLITE_TRANSIENT of sqlite3.h: SQLite takes a copy.
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    return switch value {
    case .number(let number): sqlite3_bind_int64(handle, index, Int64(number))
    case .text(let text): sqlite3_bind_text(handle, index, text, -1, transient)
    case .bytes(let bytes):
      bytes.withUnsafeBytes { sqlite3_bind_blob(handle, index, $0.baseAddress, Int32($0.count), transient) }
    }
  }

  private func check(_ code: Int32) throws { if code != SQLITE_OK { throw failure(code) } }

  private func failure(_ code: Int32) -> DatabaseError {
    let connection = sqlite3_db_handle(handle)
    return DatabaseError(
      resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
      message: String(cString: sqlite3_errmsg(connection)))
  }
}
