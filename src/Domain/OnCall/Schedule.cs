namespace IncidentServerless.Domain.OnCall;

/// <summary>
/// Who is on call when. A later layer wins over an earlier one, and an override over all; of two overrides the later one.
/// </summary>
/// <param name="Name">Its name in policy: <c>primary</c>.</param>
/// <param name="Zone">All its times are wall-clock times of this zone; see <see cref="ZoneOffsets.Moment"/> for those that do not exist, or exist twice.</param>
/// <param name="Layers">At least one.</param>
/// <param name="Overrides">May be empty.</param>
public sealed record Schedule(string Name, ZoneOffsets Zone, IReadOnlyList<Layer> Layers, IReadOnlyList<Override> Overrides)
{
    /// <summary>When its first layer begins. Before then nobody is on call, except by an override.</summary>
    public DateTimeOffset Start
    {
        get
        {
            var start = DateTimeOffset.MaxValue;
            foreach (var layer in Layers)
            {
                start = layer.Start(Zone) is var begins && begins < start ? begins : start;
            }

            return start;
        }
    }

    /// <summary>Null when nobody is on call.</summary>
    public Duty? At(DateTimeOffset moment)
    {
        for (var index = Overrides.Count - 1; index >= 0; index--)
        {
            if (Overrides[index].Holds(Zone, moment))
            {
                return new Duty(Overrides[index].Person, null, Overrides[index]);
            }
        }

        for (var index = Layers.Count - 1; index >= 0; index--)
        {
            if (Layers[index].PersonAt(Zone, moment) is { } person)
            {
                return new Duty(person, Layers[index], null);
            }
        }

        return null;
    }

    /// <summary>The next moment after this one at which somebody else may be on call; at most two days later.</summary>
    public DateTimeOffset NextChange(DateTimeOffset moment)
    {
        var next = DateTimeOffset.MaxValue;
        foreach (var layer in Layers)
        {
            next = layer.NextChange(Zone, moment) is var change && change < next ? change : next;
        }

        foreach (var each in Overrides)
        {
            next = each.NextChange(Zone, moment) is var change && change < next ? change : next;
        }

        return next;
    }
}

/// <summary>Somebody is on call, and by what.</summary>
/// <param name="Person">An id from the policy's people.</param>
/// <param name="Layer">Null when an override decides.</param>
/// <param name="Override">Null when a layer decides.</param>
public sealed record Duty(string Person, Layer? Layer, Override? Override);
