namespace Twin.Geo.Datasets;

/// <summary>One thing wrong with a dataset: where, what, and what to do about it.</summary>
/// <param name="File">The file, relative to the dataset's folder.</param>
/// <param name="Line">The line of the file, from 1; 0 where the whole file is meant.</param>
/// <param name="Code">A stable code of <see cref="DatasetProblemCodes"/>.</param>
/// <param name="Detail">One sentence that shows the offending value.</param>
/// <param name="Hint">What to do about it.</param>
public sealed record DatasetProblem(string File, int Line, string Code, string Detail, string Hint);
