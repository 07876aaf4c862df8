using System.Security;
using System.Text;
using System.Text.Json;

namespace Blobpress.StorageDouble.Wire;

/// <summary>An error as the REST reference names it: status, x-ms-error-code, message.</summary>
internal sealed record StorageError(int Status, string Code, string Message)
{
    public static StorageError ConditionNotMet { get; } =
        new(412, "ConditionNotMet", "The condition specified using HTTP conditional header(s) is not met.");

    public static StorageError UnsatisfiableCondition { get; } =
        new(400, "UnsatisfiableCondition", "The request includes an unsatisfiable condition for this operation.");

    public static StorageError InvalidHeaderValue(string header) =>
        new(400, "InvalidHeaderValue", $"The value for one of the HTTP headers is not in the correct format: {header}.");

    public static StorageError OutOfRangeQuery(string parameter) =>
        new(400, "OutOfRangeQueryParameterValue", $"A query parameter specified in the request URI is outside the permissible range: {parameter}.");

    public static StorageError InvalidInput(string why) => new(400, "InvalidInput", why);

    public static StorageError RequestBodyTooLarge { get; } =
        new(413, "RequestBodyTooLarge", "The request body is too large and exceeds the maximum permissible limit.");

    public StorageException Raise() => new(this);

    /// <summary>The answer: XML from blobs and queues, OData JSON from tables, no body to a HEAD.</summary>
    public StorageReply ToReply(StorageRequest request)
    {
        var reply = request switch
        {
            { IsDirect: true } => new StorageReply(Status) { Value = this },
            { Method: "HEAD" } => new StorageReply(Status),
            { Service: StorageService.Table } => StorageReply.Json(Status, Encoding.UTF8.GetBytes(Json())),
            _ => StorageReply.Xml(Status, Xml()),
        };
        return reply.With("x-ms-error-code", Code);
    }

    private string Json() => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["odata.error"] = new { code = Code, message = new { lang = "en-US", value = Message } },
    });

    private string Xml() =>
        $"""<?xml version="1.0" encoding="utf-8"?><Error><Code>{Code}</Code><Message>{SecurityElement.Escape(Message)}</Message></Error>""";
}
