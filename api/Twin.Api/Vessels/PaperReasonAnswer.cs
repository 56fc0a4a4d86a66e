using Twin.Model.Vessels;

namespace Twin.Api.Vessels;

/// <summary>Why a vessel is not eligible.</summary>
/// <param name="Paper">The paper that it must have.</param>
/// <param name="State">How it stands with it.</param>
/// <param name="Source">Where it says that it must.</param>
internal sealed record PaperReasonAnswer(PaperKind Paper, PaperState State, string Source);
