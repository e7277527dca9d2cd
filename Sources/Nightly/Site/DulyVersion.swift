/// The version of Duly.
public enum DulyVersion {
  /// The number of this release; it goes into every run.
  public static let number = "0.1.0"
}
