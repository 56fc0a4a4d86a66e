using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Twin.Api.Alerts;
using Twin.Model.Alerts;
using Twin.Model.Cities;

namespace Twin.Api.Webhooks;

/// <summary>Writes notices as the API writes everything else.</summary>
internal sealed class AlertText(LiveCity live, IOptions<JsonOptions> json) : IAlertText
{
    /// <inheritdoc/>
    public string Write(AlertNotice notice) => Write(AlertNoticeAnswer.Of(notice, live.Definition));

    /// <inheritdoc/>
    public string WriteTest(string id) => Write(new TestNoticeAnswer(id, AlertEventKind.Tested));

    private string Write<T>(T answer) => JsonSerializer.Serialize(
        answer, (JsonTypeInfo<T>)json.Value.SerializerOptions.GetTypeInfo(typeof(T)));
}
