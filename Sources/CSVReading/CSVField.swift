/// Where one field of the current record lies.
@usableFromInline
struct CSVField {
  /// From the start of the record, or of the unescaped bytes.
  @usableFromInline var start: Int32
  /// The bytes of the value.
  @usableFromInline var count: Int32
  /// From the start of the record, its opening quote included.
  var written: Int32
  /// Whether doubled quotes were resolved, so that the value lies apart.
  @usableFromInline var isUnescaped: Bool
}
