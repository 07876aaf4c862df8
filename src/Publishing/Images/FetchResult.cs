namespace Blobpress.Publishing.Images;

/// <summary>What an image's origin answered.</summary>
public abstract record FetchResult
{
    private FetchResult()
    {
    }

    /// <summary>How long hosts took to answer, the wait for places there not counted.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>The bytes of an image, as its first bytes show; whether it can be decoded is not known yet.</summary>
    /// <param name="Bytes">At most the setting's bytes, content decoding done.</param>
    /// <param name="ETag">With its quotes, or null.</param>
    /// <param name="LastModified">Null where the origin named none.</param>
    /// <param name="Final">The URL that answered, after all redirects.</param>
    public sealed record Fetched(ReadOnlyMemory<byte> Bytes, string? ETag, DateTimeOffset? LastModified, Uri Final) : FetchResult
    {
        /// <summary>The memory that the bytes take, to be given back by whoever has done with them; or null.</summary>
        public IDisposable? Memory { get; init; }
    }

    /// <summary>The copy at hand is still the origin's (304).</summary>
    public sealed record NotModified : FetchResult;

    /// <summary>A rule forbids the request; asking again will not help until a setting changes.</summary>
    /// <param name="Reason">Names the URL and the rule.</param>
    public sealed record Refused(string Reason) : FetchResult;

    /// <summary>The origin gave no usable image.</summary>
    /// <param name="Reason">Names the URL and what went wrong.</param>
    /// <param name="RetryAfter">How long the origin asked to be left alone, or null.</param>
    /// <param name="Permanent">True where the origin answered clearly (404, an HTML page), false where it may recover by itself.</param>
    public sealed record Failed(string Reason, TimeSpan? RetryAfter = null, bool Permanent = false) : FetchResult
    {
        /// <summary>
        /// The host (<c>name:port</c>) whose failure it is, where nothing can be had of it now: the name does not resolve, the
        /// connection is refused, no answer comes or none comes to its end. Null where the host answers, if only others.
        /// </summary>
        public string? FailedHost { get; init; }

        /// <summary>What happened, as a part of a sentence that does not name the URL.</summary>
        public string Cause { get; init; } = Reason;

        /// <summary>True where asking again at once would only wait as long again.</summary>
        internal bool IsFinal { get; init; }
    }
}
