using Twin.Api.Requests;

namespace Twin.Api.Vessels.Register;

/// <summary>The query parameters of the register.</summary>
internal static class RegisterParameters
{
    public static readonly QueryParameter By = new("by", "Who enters the vessels.")
    {
        Example = "Chi cục Thủy sản",
    };

    public static readonly QueryParameter Reason = new("reason", "Why they are entered, or from which list.")
    {
        Example = "Danh sách tháng 3",
    };
}
