/// How much each row counts when it is learned from: in large sets less, so that no way of speaking drowns the others.
struct RowWeights {
  let values: [Float]

  init(_ rows: [LabelledRow]) {
    var sizes: [String: Int] = [:]
    for row in rows { sizes[row.set, default: 0] += 1 }
    values = rows.map { row in
      let weight = (1000 / Float(sizes[row.set] ?? 1)).squareRoot()
      return row.set == OwnExamples.set ? OwnExamples.weight * weight : weight
    }
  }
}
