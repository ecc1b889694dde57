namespace Alerts.Watch;

/// <summary>A fetch under way: what was asked and what is known of the answer.</summary>
/// <param name="Url">The URL asked for.</param>
/// <param name="Asked">The validators sent.</param>
/// <param name="Now">When it began.</param>
internal sealed record Answer(Uri Url, Validators Asked, DateTimeOffset Now)
{
    /// <summary>Where the redirects have led so far.</summary>
    public Uri At { get; init; } = Url;

    public int? Status { get; private init; }

    public IReadOnlyDictionary<string, string> Headers { get; private init; } = new Dictionary<string, string>();

    public Answer With(HttpResponseMessage response) => this with
    {
        Status = (int)response.StatusCode,
        Headers = response.Headers.NonValidated
            .Concat(response.Content.Headers.NonValidated)
            .ToDictionary(h => h.Key.ToLowerInvariant(), h => string.Join(", ", h.Value)),
    };

    public Fetched Fetched(byte[] body, string mediaType, string? charset) => Ended(FetchOutcome.Fetched) with
    {
        Body = body,
        MediaType = mediaType,
        Charset = charset,
        Validators = new Validators(Header("etag"), Header("last-modified")),
    };

    /// <summary>A 304 may renew the validators (RFC 9110, section 15.4.5).</summary>
    public Fetched NotModified() => Ended(FetchOutcome.NotModified) with
    {
        Validators = new Validators(Header("etag") ?? Asked.ETag, Header("last-modified") ?? Asked.LastModified),
    };

    public Fetched Failure(FetchOutcome outcome) => Failure(outcome, FetchProblem.Sentence(outcome, At, Status));

    public Fetched Failure(FetchOutcome outcome, string problem) => Ended(outcome) with
    {
        Problem = problem,
        RetryAfter = RetryAfter.Parse(Header("retry-after"), Now),
    };

    /// <summary>Nothing was asked: the host wants to be left alone for a while.</summary>
    public Fetched Postponed(TimeSpan wait) => Ended(FetchOutcome.Postponed) with
    {
        Problem = FetchProblem.Postponed(At, wait),
        RetryAfter = wait,
    };

    private Fetched Ended(FetchOutcome outcome) => new()
    {
        Url = Url,
        FinalUrl = At,
        Outcome = outcome,
        Status = Status,
        Headers = Headers,
        RetrievedAt = Now,
    };

    private string? Header(string name) => Headers.GetValueOrDefault(name);
}
