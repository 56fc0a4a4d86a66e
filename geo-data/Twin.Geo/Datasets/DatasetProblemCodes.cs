namespace Twin.Geo.Datasets;

/// <summary>The codes of <see cref="DatasetProblem"/>. They are stable: programs may rely on them.</summary>
public static class DatasetProblemCodes
{
    /// <summary>A file that the dataset must have is not there.</summary>
    public const string MissingFile = "missing_file";

    /// <summary>A file is larger than <see cref="DatasetReader.MaxFileBytes"/>.</summary>
    public const string FileTooLarge = "file_too_large";

    /// <summary>A file is not UTF-8.</summary>
    public const string NotUtf8 = "not_utf8";

    /// <summary>A CSV file breaks RFC 4180, or a row has more or fewer fields than the header.</summary>
    public const string MalformedCsv = "malformed_csv";

    /// <summary>A JSON file cannot be read, or a member has the wrong type.</summary>
    public const string MalformedJson = "malformed_json";

    /// <summary>A column that the table must have is not there.</summary>
    public const string MissingColumn = "missing_column";

    /// <summary>A column that the table does not have; a misspelt one would otherwise vanish silently.</summary>
    public const string UnknownColumn = "unknown_column";

    /// <summary>A cell or member that must be filled is empty.</summary>
    public const string MissingValue = "missing_value";

    /// <summary>A cell or member does not hold what it must.</summary>
    public const string InvalidValue = "invalid_value";

    /// <summary>A text is not in Unicode normalization form C.</summary>
    public const string NotNormalized = "not_normalized";

    /// <summary>Two rows have one key.</summary>
    public const string DuplicateKey = "duplicate_key";

    /// <summary>A row names something that does not exist, or not on that date.</summary>
    public const string UnknownReference = "unknown_reference";

    /// <summary>Two versions of one unit stand on the same day.</summary>
    public const string OverlappingVersions = "overlapping_versions";

    /// <summary>A table has more rows than <see cref="DatasetReader.MaxRows"/>.</summary>
    public const string TooManyRows = "too_many_rows";

    /// <summary>There are more problems than <see cref="DatasetReader.MaxProblems"/>; the rest is not listed.</summary>
    public const string TooManyProblems = "too_many_problems";
}
