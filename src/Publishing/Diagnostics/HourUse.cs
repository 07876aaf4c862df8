using System.Globalization;

namespace Blobpress.Publishing.Diagnostics;

/// <summary>What was used of an hour.</summary>
/// <param name="Hour">The hour's beginning, UTC.</param>
/// <param name="Invocations">So far.</param>
/// <param name="Bytes">So far.</param>
internal sealed record HourUse(DateTimeOffset Hour, long Invocations, long Bytes)
{
    /// <summary>The hour as it begins a row key; later hours sort after earlier ones.</summary>
    public string Key => KeyOf(Hour);

    public static string KeyOf(DateTimeOffset hour) => hour.UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture);

    /// <summary>The beginning of a moment's hour.</summary>
    public static DateTimeOffset HourOf(DateTimeOffset now) => new(now.UtcDateTime.Date.AddHours(now.UtcDateTime.Hour), TimeSpan.Zero);

    public bool Exceeds(GuardOptions limits) => Invocations > limits.InvocationsPerHour || Bytes > limits.BytesPerHour;
}
