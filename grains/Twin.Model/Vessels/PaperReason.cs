namespace Twin.Model.Vessels;

/// <summary>Why a vessel is not eligible.</summary>
/// <param name="Paper">The paper that it must have.</param>
/// <param name="State">How it stands with it.</param>
/// <param name="Source">Where it says that it must.</param>
public sealed record PaperReason(PaperKind Paper, PaperState State, string Source);
