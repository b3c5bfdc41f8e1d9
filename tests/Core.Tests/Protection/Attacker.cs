using Produktreport.Core.Protection;

namespace Produktreport.Core.Tests.Protection;

/// <summary>
/// Tries to recover left-out numbers, independently of the program: it knows the equations of the field (written down in the
/// test, not taken from the edition), and finds a left-out number when no other solution near the true one has another value for
/// it: when the number's direction lies in the row space of the equations' derivatives. That covers sums, differences and
/// quotients alike.
/// </summary>
internal sealed class Attacker(IReadOnlyDictionary<PublicCell, PublishedNumber> numbers, IReadOnlyCollection<PublicCell> hidden)
{
    private const double Tiny = 1e-7;
    private readonly List<double[]> rows = [];
    private readonly List<PublicCell> unknown = [.. hidden.Order()];

    /// <summary>An equation: zero for the true numbers; ignored where a number does not exist.</summary>
    public void Knows(Func<Func<PublicCell, double>, double> residual)
    {
        try
        {
            var truth = residual(True);
            if (Math.Abs(truth) > 1e-6 * Scale(residual))
                return;
            var row = unknown.Select(cell => Derivative(residual, cell)).ToArray();
            if (row.Any(value => value != 0))
                rows.Add(row);
        }
        catch (KeyNotFoundException)
        {
        }
    }

    /// <summary>
    /// Takes two numbers for equal; ignored where that would be more than a tenth off, for then it leads nowhere.
    /// </summary>
    public void Supposes(PublicCell one, PublicCell other)
    {
        if (!numbers.ContainsKey(one) || !numbers.ContainsKey(other)
            || Math.Abs(True(one) - True(other)) > 0.1 * Math.Min(True(one), True(other)))
            return;
        var row = unknown.Select(cell => Derivative(x => x(one) - x(other), cell)).ToArray();
        if (row.Any(value => value != 0))
            rows.Add(row);
    }

    /// <summary>The left-out numbers that follow from what is shown.</summary>
    public IReadOnlyList<PublicCell> Recovered()
    {
        var reduced = Reduce();
        return [.. unknown.Where((_, index) => reduced.Any(row => IsUnit(row, index)))];
    }

    /// <summary>Worlds that look the same from outside: directions in which the left-out numbers can move together.</summary>
    public IEnumerable<Dictionary<PublicCell, double>> FreeDirections()
    {
        var reduced = Reduce();
        var pivots = reduced.Select(row => Array.FindIndex(row, value => Math.Abs(value) > Tiny)).ToArray();
        foreach (var free in Enumerable.Range(0, unknown.Count).Except(pivots))
        {
            var direction = unknown.ToDictionary(cell => cell, _ => 0.0);
            direction[unknown[free]] = Size(free);
            for (var row = 0; row < reduced.Count; row++)
                direction[unknown[pivots[row]]] = -reduced[row][free] * Size(pivots[row]);
            yield return direction;
        }
    }

    public double True(PublicCell cell) => (double)numbers[cell].Value;

    private double Scale(Func<Func<PublicCell, double>, double> residual)
    {
        var largest = 1.0;
        residual(cell =>
        {
            largest = Math.Max(largest, Math.Abs(True(cell)));
            return True(cell);
        });
        return largest;
    }

    /// <summary>Columns are scaled by the numbers' size, so that euro and posts weigh alike.</summary>
    private double Derivative(Func<Func<PublicCell, double>, double> residual, PublicCell cell)
    {
        var step = Size(unknown.IndexOf(cell)) * 1e-3;
        return (
            residual(each => True(each) + (each == cell ? step : 0))
                - residual(each => True(each) - (each == cell ? step : 0))) / 2e-3;
    }

    private double Size(int index) => Math.Max(1e-3, Math.Abs(True(unknown[index])));

    private static bool IsUnit(double[] row, int index) =>
        Math.Abs(row[index]) > Tiny && !row.Where((value, other) => other != index && Math.Abs(value) > Tiny).Any();

    private List<double[]> Reduce()
    {
        var work = rows.Select(row => row.Select(value => value / row.Max(Math.Abs)).ToArray()).ToList();
        var done = new List<double[]>();
        for (var column = 0; column < unknown.Count && work.Count > 0; column++)
        {
            var pivot = work.MaxBy(row => Math.Abs(row[column]))!;
            if (Math.Abs(pivot[column]) < Tiny)
                continue;
            work.Remove(pivot);
            var scaled = pivot.Select(value => value / pivot[column]).ToArray();
            foreach (var row in work.Concat(done))
            {
                var factor = row[column];
                for (var each = 0; factor != 0 && each < row.Length; each++)
                    row[each] = Math.Abs(row[each] - factor * scaled[each]) < Tiny / 10 ? 0 : row[each] - factor * scaled[each];
            }

            done.Add(scaled);
        }

        return done;
    }
}
