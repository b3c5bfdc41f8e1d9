using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

/// <summary>
/// Gives a process of the program a clock that jumps back and forth by up to a year. Named, and outside all namespaces, as .NET
/// looks for what <c>DOTNET_STARTUP_HOOKS</c> names.
/// </summary>
#pragma warning disable MA0047 // See above.
internal static class StartupHook
#pragma warning restore MA0047
{
    private const string Seed = "PRODUKTREPORT_SPRINGENDE_UHR";

    /// <summary>What a process is to be started with.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Variables(int seed) =>
    [
        new("DOTNET_STARTUP_HOOKS", typeof(StartupHook).Assembly.Location),
        new(Seed, seed.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>Called by .NET before the program begins.</summary>
    public static void Initialize() => DiagnosticListener.AllListeners.Subscribe(new Hosting());

    // Hosts tell of themselves before they are built, so that others can add services.
    private sealed class Hosting : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.Extensions.Hosting")
                value.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            var seed = int.Parse(Environment.GetEnvironmentVariable(Seed)!, CultureInfo.InvariantCulture);
            if (value is { Key: "HostBuilding", Value: IHostBuilder host })
                host.ConfigureServices(services => services.AddSingleton<TimeProvider>(new JumpingClock(seed)));
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }

    private sealed class JumpingClock(int seed) : TimeProvider
    {
        private const int Farthest = 366;
        private readonly Random random = new(seed);
        private readonly Lock gate = new();
        private TimeSpan offset;
        private long next;

        public override DateTimeOffset GetUtcNow()
        {
            lock (gate)
            {
                if (Environment.TickCount64 > next)
                {
                    offset = TimeSpan.FromDays(random.Next(3) == 0 ? 0 : (random.NextDouble() * 2 * Farthest) - Farthest);
                    next = Environment.TickCount64 + random.Next(50, 1500);
                }

                return System.GetUtcNow() + offset;
            }
        }
    }
}
